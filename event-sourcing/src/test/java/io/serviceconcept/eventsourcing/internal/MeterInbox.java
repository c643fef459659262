package io.serviceconcept.eventsourcing.internal;

import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords;
import io.serviceconcept.eventsourcing.ParkedRecords.Filter;
import io.serviceconcept.eventsourcing.Signal;

/** A service that takes what is published about some meter. */
abstract class MeterInbox {

    final DataSource dataSource = TestDatabase.dataSource();
    final RecordingHandler handler = new RecordingHandler();
    final Inbox inbox = new PostgresInbox(dataSource, new Signal(), List.of(handler));
    final ParkedRecords records = new PostgresParkedRecords(dataSource, new Signal(), List.of(handler));
    final MeterRecords meter = MeterRecords.ofSomeMeter();

    List<String> effects() {
        return RecordingHandler.effects(meter.organisation());
    }

    List<ParkedRecord> parked() {
        return records.list(new Filter(null, meter.organisation(), null), null, 200);
    }
}
