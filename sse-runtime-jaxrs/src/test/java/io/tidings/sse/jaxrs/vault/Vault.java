package io.tidings.sse.jaxrs.vault;

/** The vault of one tenant. */
public interface Vault {

  void note(String tenant, String text);

  void report(String tenant, int id, String text);

  void secret(String tenant, String text);

  void order(String tenant, String text);

  void door(String tenant, String text);
}
