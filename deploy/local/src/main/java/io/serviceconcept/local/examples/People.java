package io.serviceconcept.local.examples;

import java.net.URI;

/** The people of one example and their way to the gateway. */
record People(Story story, Http http, URI gateway, SignIn signIn) {

    /** The one who takes the steps of that role in this example. */
    Caller as(String role) {
        return called(story.person(role));
    }

    Caller called(String person) {
        return new Caller(http, gateway, signIn, person);
    }
}
