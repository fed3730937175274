// Parses one stream a line, in base64, and answers with its events: a row each, in base64, too.
import { createInterface } from 'node:readline';
import { createParser } from 'eventsource-parser';

const rows = [];
const onEvent = ({ id, event, data }) => rows.push(`${event ?? 'message'}|${data}|${id ?? ''}`);

for await (const line of createInterface({ input: process.stdin })) {
  rows.length = 0;
  createParser({ onEvent }).feed(new TextDecoder().decode(Buffer.from(line, 'base64')));
  process.stdout.write(rows.map((row) => Buffer.from(row).toString('base64')).join(' ') + '\n');
}
