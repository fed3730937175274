package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a/{tenant}")
interface Templates {
  @Topic("one//two") // [SseTemplateSyntax]
  void empty(String tenant, String text);

  @Topic("one/") // [SseTemplateSyntax]
  void end(String tenant, String text);

  @Topic("{id: [0-9]+}") // [SseTemplateSyntax]
  void regex(String tenant, int id, String text);

  @Topic("v{id}") // [SseTemplateSyntax]
  void mixed(String tenant, int id, String text);

  @Topic("caf\u00e9") // [SseTemplateSyntax]
  void letters(String tenant, String text);

  @Topic("{class}") // [SseTemplateSyntax]
  void keyword(String tenant, String text);

  @Topic("../x") // [SseTemplateSyntax]
  void dots(String tenant, String text);

  @Topic("{?q}") // [SseTemplateSyntax]
  void onlyQuery(String tenant, String q, String text);

  @Topic("/") // [SseTemplateSyntax]
  void none(String tenant, String text);

  @Topic("x{?q}/y") // [SseTemplateSyntax]
  void afterQuery(String tenant, String q, String text);

  @Topic("open{?q") // [SseTemplateSyntax]
  void open(String tenant, String q, String text);

  @Topic // [SseMemberMissing]
  void missing(String tenant, String text);

  @Topic(value = "a", template = "b") // [SseMemberTwice]
  void twice(String tenant, String text);

  @Topic("twice/{id}/{id}") // [SseVariableTwice]
  void same(String tenant, int id, String text);

  @Topic("tenants/{tenant}") // [SseVariableTwice]
  void streams(String tenant, String text);

  @Topic("codes/{hashCode}") // [SseVariableReserved]
  void code(String tenant, int hashCode, String text);

  @Topic("paths/{path}") // [SseVariableReserved]
  void path(String tenant, int path, String text);

  @Topic("q{?lastEventId}") // [SseQueryVariableReserved]
  void query(String tenant, String lastEventId, String text);
}
