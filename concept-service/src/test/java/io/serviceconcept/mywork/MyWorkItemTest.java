package io.serviceconcept.mywork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.mywork.MyWorkItem.WorkKind;

class MyWorkItemTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void whatIsOverdueComesFirstAndWhatHasNoDayLast() {
        assertThat(Stream.of(item("never", null), item("later", TODAY.plusDays(40)), item("today", TODAY),
                item("yesterday", TODAY.minusDays(1)), item("long ago", TODAY.minusYears(1)))
                .sorted(Comparator.comparing(MyWorkItem::sortKey)))
                .extracting(MyWorkItem::id).containsExactly("long ago", "yesterday", "today", "later", "never");
    }

    @Test
    void whatIsDueTodayIsNotOverdue() {
        assertThat(item("today", TODAY).overdue()).isFalse();
        assertThat(item("yesterday", TODAY.minusDays(1)).overdue()).isTrue();
        assertThat(item("never", null).overdue()).isFalse();
    }

    private static MyWorkItem item(String id, @Nullable LocalDate dueDate) {
        return MyWorkItem.of(WorkKind.ASSUMPTION, id, "Name", "/v1/concepts/1", dueDate, TODAY);
    }
}
