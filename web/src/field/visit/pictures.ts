export const LONGEST_SIDE = 1600
export const MOST_PHOTOS = 12
const QUALITY = 0.8

export class NoPicture extends Error {}

/** Width and height within the longest side, in the same shape; small pictures stay as they are. */
export function within(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

/**
 * A photo made small enough to send from a village: JPEG, turned upright, and drawn anew, which leaves out what the
 * camera wrote into it (place, device).
 */
export async function compressed(photo: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => { throw new NoPicture() })
  const canvas = document.createElement('canvas')
  Object.assign(canvas, within(bitmap.width, bitmap.height))
  const paper = canvas.getContext('2d')
  if (!paper) throw new NoPicture()
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return asBlob(canvas, 'image/jpeg', QUALITY)
}

/** A name in type, for those who can't or don't want to draw. */
export function writtenName(name: string, remark: string): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 600, height: 240 })
  const paper = canvas.getContext('2d')
  if (!paper) throw new NoPicture()
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.fillStyle = '#1c2430'
  paper.textAlign = 'center'
  paper.font = '64px serif'
  paper.fillText(name, 300, 120, 560)
  paper.font = '24px sans-serif'
  paper.fillText(remark, 300, 200, 560)
  return asBlob(canvas, 'image/png')
}

export function asBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new NoPicture())), type, quality))
}

/** For an `<img>`: the content security policy lets no blob in. */
export function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(new NoPicture())
    reader.readAsDataURL(blob)
  })
}
