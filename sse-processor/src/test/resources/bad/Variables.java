package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a/{tenant}/{region}")
interface Variables {
  @Topic("one/{symbol}")
  void one(String tenant, String region, String symbl, String text); // [SseVariableWithoutParameter]

  @Topic("two/{symbol}")
  void two(String tenant, String region, String text); // [SseVariableWithoutParameter]

  @Topic("three/{x}")
  void three(
      String tenant,
      String region,
      Object x, // [SseVariableType]
      String text);

  @Topic("four/{x}")
  void four(String tenant, String region, int x, String text);

  @Topic("four/{x}")
  void five(
      String tenant,
      String region,
      long x, // [SseVariableTypesDiffer]
      String text);

  @Topic("six")
  void six(String region, String tenant, String text); // [SseStreamVariablesFirst]

  @Topic("seven/{y}")
  void seven(String tenant, String y, String region, String text); // [SseStreamVariablesFirst]

  @Topic("eight/{list}")
  void eight(
      String tenant,
      String region,
      java.util.List<String> list, // [SseVariableType]
      String text);
}
