package io.tidings.examples.chat;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

/** Takes what people say. */
@Path("say/{room}")
public final class Desk {

  private final Chat chat;

  /** Publishes here. */
  @Inject
  public Desk(Chat chat) {
    this.chat = chat;
  }

  /** Tells everyone in the room. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void say(@PathParam("room") String room, Message message) {
    chat.said(room, message);
  }
}
