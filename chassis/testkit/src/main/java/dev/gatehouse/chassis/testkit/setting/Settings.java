package dev.gatehouse.chassis.testkit.setting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;
import java.util.TreeMap;

/** Configuration of a test without a container: the real mapping with its defaults and its bounds. */
public final class Settings {
    private Settings() {}

    /**
     * The mapping with these values; everything else is as by default. Throws {@code ConfigValidationException} where a
     * service would not start.
     *
     * @param values by key, without the prefix of the mapping
     */
    public static <T> T of(Class<T> mapping, Map<String, String> values) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        Map<String, String> properties = new TreeMap<>();
        values.forEach((key, value) -> properties.put(prefix + "." + key, value));
        return new SmallRyeConfigBuilder()
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
