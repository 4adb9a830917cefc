/** A picture that somebody sent, as far as its head tells: what it is and how large. */
export interface Photo {
  mime: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** Larger than any telephone's; unpacked it takes four bytes a pixel, whatever it weighs packed. */
const PIXELS_MOST = 25_000_000;

/** Null for what is neither JPEG nor PNG, is broken at its head, or would unpack into too much. */
export function readPhoto(bytes: Uint8Array): Photo | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const photo = pngOf(view, bytes) ?? jpegOf(view, bytes);
  if (photo === null || photo.width < 1 || photo.height < 1) return null;
  return photo.width * photo.height <= PIXELS_MOST ? photo : null;
}

const PNG_MAGIC = [0x89504e47, 0x0d0a1a0a] as const;
const IHDR = 0x49484452;

function pngOf(view: DataView, bytes: Uint8Array): Photo | null {
  if (view.byteLength < 33 || view.getUint32(0) !== PNG_MAGIC[0] || view.getUint32(4) !== PNG_MAGIC[1])
    return null;
  if (view.getUint32(12) !== IHDR) return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20), bytes };
}

/** Walks the segments up to the frame's head; every step goes forward, so that no file keeps it for ever. */
function jpegOf(view: DataView, bytes: Uint8Array): Photo | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { mime: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5), bytes };
    else if (view.getUint16(at + 2) < 2) return null;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without the tables of codes (C4, CC) and the reserved C8. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
