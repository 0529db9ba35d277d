package io.varve.http.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * A library for browsers that comes as a Maven artifact, on the class path.
 *
 * @param name what it is called in the addresses of its files
 * @param folder where these files are
 */
record WebJar(String name, String folder) {
    /** @param files the folder within the library that has them, ending in a slash, or nothing */
    static WebJar of(String group, String name, String files) {
        return new WebJar(name, "META-INF/resources/webjars/%s/%s/%s".formatted(name, version(group, name), files));
    }

    private static String version(String group, String name) {
        var properties = new Properties();
        String resource = "META-INF/maven/%s/%s/pom.properties".formatted(group, name);
        try (InputStream in = WebJar.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the WebJar " + name + " is not on the class path");
            }
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
