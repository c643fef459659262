package io.serviceconcept.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedPageTest {

    private record Item(String id, String name) {

        Place place() {
            return new Place(name, id);
        }
    }

    private static final List<Item> ITEMS = List.of(new Item("4", "b"), new Item("1", "a b"), new Item("3", "b"),
            new Item("2", "c"), new Item("5", ""));

    private static List<String> throughAllPages(String sort, int limit) {
        List<String> ids = new ArrayList<>();
        Sort by = Sort.of(sort, "name");
        String cursor = null;
        do {
            Page<Item> page = Page.among(ITEMS, PageRequest.of(limit, cursor), by, Item::place);
            page.items().forEach(item -> ids.add(item.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 5, 200 })
    void pagesTogetherAreTheWholeListInItsOrder(int limit) {
        assertThat(throughAllPages(null, limit)).containsExactly("5", "1", "3", "4", "2");
        assertThat(throughAllPages("-name", limit)).containsExactly("2", "4", "3", "1", "5");
    }

    @Test
    void aCursorBelongsToOneOrder() {
        Page<Item> page = Page.among(ITEMS, PageRequest.of(2, null), Sort.of("name", "name"), Item::place);

        assertThatThrownBy(() -> PageRequest.of(2, page.next()).place(Sort.of("-name", "name")))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("?cursor");
        assertThatThrownBy(() -> PageRequest.of(2, Cursors.write("12")).place(Sort.of(null, "name")))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "--name", "Name", "name,id", "version" })
    void anUnknownOrderIsRefused(String sort) {
        assertThatThrownBy(() -> Sort.of(sort, "name", "position")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is one of [name, -name, position, -position]");
    }

    @Test
    void whatIsLookedForMeansWhatItSays() {
        assertThat(Search.pattern("50%_of!")).isEqualTo("%50!%!_of!!%");
        assertThat(Search.checked(null)).isNull();
        assertThatThrownBy(() -> Search.checked(" ")).isInstanceOf(InvalidInput.class);
    }
}
