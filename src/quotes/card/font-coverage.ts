/** Which characters a WOFF2 font has glyphs for, read from its `cmap`: a character outside prints a box. */

/** Characters of a font, as code points. */
export type Coverage = ReadonlySet<number>;

/** Index of `cmap`, `glyf` and `loca` in WOFF2's list of known tags. https://www.w3.org/TR/WOFF2/#table_dir_format */
const cmapTag = 0;
const glyfTag = 10;
const locaTag = 11;
const arbitraryTag = 63;
const headerLength = 48;

/**
 * The characters of one font file; `inflate` undoes Brotli.
 * @throws {Error} where the file is no WOFF2 font with a Unicode `cmap` of format 4 or 12.
 */
export function readCoverage(file: Uint8Array, inflate: (data: Uint8Array) => Uint8Array): Coverage {
  const view = viewOf(file);
  if (view.getUint32(0) !== 0x774f_4632) throw new Error('The file is no WOFF2 font');
  const { tables, end } = readDirectory(view, view.getUint16(12));
  const compressedLength = view.getUint32(20);
  const data = viewOf(inflate(file.subarray(end, end + compressedLength)));
  const cmap = tables.find(({ tag }) => tag === cmapTag);
  if (cmap === undefined) throw new Error('The font has no cmap');
  return readCmap(data, cmap.offset);
}

interface Table {
  readonly tag: number;
  /** In the decompressed data. */
  readonly offset: number;
}

function readDirectory(view: DataView, count: number): { tables: Table[]; end: number } {
  const tables: Table[] = [];
  let at = headerLength;
  let offset = 0;
  const readBase128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = view.getUint8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let index = 0; index < count; index += 1) {
    const flags = view.getUint8(at);
    at += 1;
    const tag = flags & 0x3f;
    const version = flags >> 6;
    if (tag === arbitraryTag) at += 4;
    const originalLength = readBase128();
    const isOutline = tag === glyfTag || tag === locaTag;
    const isTransformed = isOutline ? version !== 3 : version !== 0;
    const length = isTransformed ? readBase128() : originalLength;
    tables.push({ tag, offset });
    offset += length;
  }
  return { tables, end: at };
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap */
function readCmap(data: DataView, cmap: number): Coverage {
  const covered = new Set<number>();
  const count = data.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = data.getUint16(record);
    const subtable = cmap + data.getUint32(record + 4);
    const format = data.getUint16(subtable);
    if (platform !== 0 && platform !== 3) continue;
    if (format === 4) addFormat4(data, subtable, covered);
    if (format === 12) addFormat12(data, subtable, covered);
  }
  if (covered.size === 0) throw new Error('The font has no Unicode cmap that is understood');
  return covered;
}

function addFormat4(data: DataView, at: number, covered: Set<number>): void {
  const segments = data.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const start = data.getUint16(starts + segment * 2);
    const end = data.getUint16(ends + segment * 2);
    const delta = data.getUint16(deltas + segment * 2);
    const range = data.getUint16(ranges + segment * 2);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        range === 0 ? code + delta : data.getUint16(ranges + segment * 2 + range + (code - start) * 2);
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}

function addFormat12(data: DataView, at: number, covered: Set<number>): void {
  const groups = data.getUint32(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const start = data.getUint32(at + 16 + group * 12);
    const end = data.getUint32(at + 20 + group * 12);
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
