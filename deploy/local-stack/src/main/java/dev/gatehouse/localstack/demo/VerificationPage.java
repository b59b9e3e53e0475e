package dev.gatehouse.localstack.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page behind the mailed link, read as a browser shows it. */
final class VerificationPage {
    private final Document document;

    VerificationPage(String html) {
        this.document = Jsoup.parse(html);
    }

    String heading() {
        return document.select("h1").text();
    }

    /** What the page shows about the login, as label and value. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Element label : document.select("dl dt")) {
            Element value = label.nextElementSibling();
            facts.put(label.text(), value == null ? "" : value.text());
        }
        return facts;
    }

    /** The form as a browser sends it when the number is typed and the yes button pressed. */
    String filledIn(String matchNumber) {
        Element form = document.selectFirst("form:has(input[name=matchNumber])");
        if (form == null) {
            throw new DemoFailure("the page should ask for the number, but has no field for it: " + document.text());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden][name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.put("matchNumber", matchNumber);
        fields.put("decision", "trust");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Whether each of these can be read on the page. */
    void expectToShow(List<String> texts) {
        for (String text : texts) {
            if (!document.text().contains(text)) {
                throw new DemoFailure("the page should show " + text + ", but shows: " + document.text());
            }
        }
    }
}
