// Parses AsyncAPI documents; prints what the parser says of each, as one line of JSON.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const parser = new Parser();
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await parser.parse(readFileSync(file, "utf8"));
  const problems = diagnostics
    .filter((one) => one.code !== "asyncapi-latest-version")
    .map((one) => `${one.code} ${one.path.join(".")}: ${one.message}`);
  const channels = document?.channels().all() ?? [];
  console.log(
    JSON.stringify({
      version: document?.version() ?? "",
      title: document?.info().title() ?? "",
      channels: channels.map((channel) => channel.address()),
      messages: channels.flatMap((channel) => channel.messages().all().map((one) => one.name())),
      problems,
    }),
  );
}
