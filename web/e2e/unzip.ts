import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** The text of a part of a Word or Excel file, which are zip files, without its tags. */
export function textOf(file: string, part: RegExp): string {
  const bytes = readFileSync(file)
  let text = ''
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    if (part.test(bytes.toString('utf8', at + 46, at + 46 + nameLength))) {
      const local = bytes.readUInt32LE(at + 42)
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const content = bytes.subarray(from, from + size)
      text += (method === 8 ? inflateRawSync(content) : content).toString('utf8')
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return text.replace(/<[^>]+>/g, '').replace(/&#x([0-9a-f]+);/gi, (_whole, code: string) => String.fromCodePoint(parseInt(code, 16)))
}
