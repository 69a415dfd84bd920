const REVERSED_POLYNOMIAL = 0xedb88320;

/** The CRC-32 of ISO 3309, as zip and PNG have it, of ASCII text. Here since the domain does without node:zlib. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? REVERSED_POLYNOMIAL : 0);
  }
  return ~crc >>> 0;
}
