package io.serviceconcept.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads the example organisations through the gateway's REST API, as any client would.
 *
 * <p>
 * Found as a service ({@link java.util.ServiceLoader}). It runs at every start, so it leaves alone what is there already.
 */
public interface ExampleLoader {

    /**
     * @return the concepts that are now there
     * @throws RuntimeException when the platform does not take them
     */
    List<Example> load(Target target);

    /**
     * Where to load to and from.
     *
     * @param gateway the gateway's address, without a path
     * @param tokens give the access tokens of the realm's users
     * @param examples the folder {@code deploy/examples}
     * @param progress told a line about what has been loaded
     */
    record Target(URI gateway, AccessTokens tokens, Path examples, Consumer<String> progress) {
    }

    /**
     * One concept that was loaded.
     *
     * @param organisation the organisation it belongs to, {@code municipality} for example
     * @param name the concept's name
     * @param conceptId its id in the REST API
     */
    record Example(String organisation, String name, String conceptId) {
    }
}
