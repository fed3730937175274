/** One part of a topic, written as the server writes it. */
function sseEncoded(name: string, value: string): string {
  if (value === "" || value === "." || value === "..") {
    throw new RangeError(`${name} must be neither empty nor a dot segment; was "${value}"`);
  }
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A whole number, written as the server writes it. */
function sseWhole(name: string, value: number | bigint): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`${name} must be a whole number; was ${value}`);
  }
  return String(value);
}

/** Data that is JSON. */
function sseJson(data: string): unknown {
  return JSON.parse(data);
}

/** Data that is text, or bytes in base64. */
function sseText(data: string): string {
  return data;
}
