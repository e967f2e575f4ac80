import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface ZipFile {
  /** Letters, digits, dots and dashes. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
const deflated = 8;
/** The first version of the format with compression. */
const versionNeeded = 20;
/** Names are UTF-8. */
const flags = 0x0800;

/**
 * Packs files into a zip archive: compressed, without folders, fewer than 65,536 files and less
 * than 4 GB, so that every program opens it.
 * @param at the time that the archive gives for each file, in local time
 */
export function zip(
  files: readonly ZipFile[],
  at: Temporal.PlainDateTime,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(versionNeeded, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(dosTime(at), 6);
    common.writeUInt16LE(dosDate(at), 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([number(localHeader), common, label, packed]);
    parts.push(local);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([number(centralHeader), short(versionNeeded), common, rest, label]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, directory, number(endOfCentral), end]));
}

function dosTime({ hour, minute, second }: Temporal.PlainDateTime): number {
  return (hour << 11) | (minute << 5) | (second >> 1);
}

function dosDate({ year, month, day }: Temporal.PlainDateTime): number {
  return ((year - 1980) << 9) | (month << 5) | day;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value, 0);
  return bytes;
}
