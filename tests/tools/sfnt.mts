/** Small edits of a TrueType file: replacing whole tables and writing it anew with right checksums. */

type Tables = Map<string, Buffer>;

/** The tables of an sfnt file by tag. */
function readTables(font: Buffer): Tables {
  const tables: Tables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    const start = font.readUInt32BE(entry + 8);
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12)));
  }
  return tables;
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum = (sum + data.readUInt32BE(i)) >>> 0;
  return sum;
}

const padded = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

function writeTables(tables: Tables): Buffer {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const head = Buffer.alloc(12 + tags.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tags.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tags.length - power) * 16, 10);
  const chunks: Buffer[] = [head];
  let offset = head.length;
  tags.forEach((tag, i) => {
    const data = tables.get(tag) as Buffer;
    const chunk = padded(data);
    head.write(tag, 12 + i * 16, 'latin1');
    head.writeUInt32BE(checksum(chunk), 16 + i * 16);
    head.writeUInt32BE(offset, 20 + i * 16);
    head.writeUInt32BE(data.length, 24 + i * 16);
    chunks.push(chunk);
    offset += chunk.length;
  });
  return Buffer.concat(chunks);
}

/** A `name` table with the given texts by name id, in English for Windows and the web. */
export function nameTable(names: Readonly<Record<number, string>>): Buffer {
  const entries = Object.entries(names).map(([id, text]) => ({ id: Number(id), bytes: Buffer.from(text, 'utf16le').swap16() }));
  const head = Buffer.alloc(6 + entries.length * 12);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  entries.forEach(({ id, bytes }, i) => {
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, k) => head.writeUInt16BE(value, 6 + i * 12 + k * 2));
    offset += bytes.length;
  });
  return Buffer.concat([head, ...entries.map((entry) => entry.bytes)]);
}

/** A `cmap` table (format 12) from code points to glyph indices. */
export function cmapTable(glyphs: ReadonlyMap<number, number>): Buffer {
  const runs: [number, number, number][] = [];
  for (const [code, glyph] of [...glyphs].sort((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === code && last[2] + code - last[0] === glyph) last[1] = code;
    else runs.push([code, code, glyph]);
  }
  const table = Buffer.alloc(12 + 16 + runs.length * 12);
  [0, 1, 3, 10].forEach((value, i) => table.writeUInt16BE(value, i * 2));
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + runs.length * 12, 16);
  table.writeUInt32BE(runs.length, 24);
  runs.forEach((run, i) => run.forEach((value, k) => table.writeUInt32BE(value, 28 + i * 12 + k * 4)));
  return table;
}

/** The font with some tables replaced. */
export function withTables(font: Buffer, changed: Readonly<Record<string, Buffer>>): Buffer {
  const tables = readTables(font);
  for (const [tag, data] of Object.entries(changed)) tables.set(tag, data);
  const head = Buffer.from(tables.get('head') as Buffer);
  head.writeUInt32BE(0, 8);
  tables.set('head', head);
  const whole = writeTables(tables);
  head.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, 8);
  return writeTables(tables);
}
