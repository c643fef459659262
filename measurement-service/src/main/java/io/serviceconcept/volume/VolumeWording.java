package io.serviceconcept.volume;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;
import io.serviceconcept.volume.VolumeEvent.Volumes;

/** What happened to volumes, in words. */
final class VolumeWording implements EventWording<VolumeEvent> {

    @Override
    public String tell(VolumeEvent event) {
        return switch (event) {
            case VolumeEvent.VolumeReported reported -> "Reported " + figures(reported.volumes()) + over(reported);
            case VolumeEvent.VolumeCorrected corrected -> "Corrected to " + figures(corrected.volumes()) + over(corrected);
            case VolumeEvent.VolumeRetracted retracted -> "Retracted what was told" + over(retracted);
        };
    }

    private static String figures(Volumes volumes) {
        return Stream.of(figure(volumes.customers(), "customers"), figure(volumes.offered(), "offered"),
                figure(volumes.answered(), "answered")).flatMap(List::stream).collect(Collectors.joining(", "));
    }

    private static List<String> figure(@Nullable Long number, String what) {
        return number == null ? List.of() : List.of(number + " " + what);
    }

    private static String over(VolumeEvent event) {
        return event.from().equals(event.to()) ? " on " + event.from() : " from " + event.from() + " to " + event.to();
    }

    @Override
    public @Nullable String reason(VolumeEvent event) {
        return null;
    }
}
