package io.thaw.worker;

import java.nio.charset.StandardCharsets;

/** A command line for tests. */
public final class FakeCommand {
  private FakeCommand() {}

  /** Prints its arguments, says something on stderr and exits with the first. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("wait")) {
      System.err.println("waiting");
      System.out.println("so far");
      Thread.currentThread().join();
    }
    // By then the command line must not wait for words of its parent.
    int input = System.in.read();
    String text = String.join("|", arguments) + "|" + input + "|日本\n";
    System.out.write(text.getBytes(StandardCharsets.UTF_8));
    System.out.write("x".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    System.err.print("noise\n" + "The folder is not there.\n \n");
    System.exit(Integer.parseInt(arguments[0]));
  }
}
