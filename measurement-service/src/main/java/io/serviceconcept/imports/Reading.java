package io.serviceconcept.imports;

/** How the lines of a file become items. */
interface Reading {

    Scanner scanner(Window window);

    Line read(Found.Readable found);
}
