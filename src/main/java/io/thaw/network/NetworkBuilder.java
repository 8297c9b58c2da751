package io.thaw.network;

/** Builds a network layer by layer. */
public final class NetworkBuilder {}
