package io.varve.read.push;

import java.io.IOException;
import java.net.InetAddress;

/** The endpoint of a subscription is where we do not send anything. */
final class PrivateTargetException extends IOException {
    private static final long serialVersionUID = 1;

    PrivateTargetException(InetAddress address) {
        super(address + " is in a private network");
    }
}
