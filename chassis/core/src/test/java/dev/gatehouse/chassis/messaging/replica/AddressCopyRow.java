package dev.gatehouse.chassis.messaging.replica;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "address_copy")
class AddressCopyRow {
    @Id
    String ip;

    @Nullable
    String hostname;

    long version;
}
