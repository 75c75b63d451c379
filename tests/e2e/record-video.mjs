// A video of pictures, recorded by the browser itself: what a fresh machine has no program for.

/**
 * Records each picture for some time, held as by a slow hand.
 * @param {import('playwright-core').Page} page
 * @param {Buffer[]} pictures JPEG
 * @param {number} secondsEach
 * @returns {Promise<Buffer>} WebM
 */
export async function recordVideo(page, pictures, secondsEach) {
  const base64 = await page.evaluate(record, {
    pictures: pictures.map((picture) => picture.toString('base64')),
    secondsEach,
  });
  return Buffer.from(base64, 'base64');
}

/** Runs in the page. */
async function record({ pictures, secondsEach }) {
  const bitmaps = await Promise.all(
    pictures.map(async (picture) => createImageBitmap(await (await fetch(`data:image/jpeg;base64,${picture}`)).blob())),
  );
  const canvas = document.createElement('canvas');
  canvas.width = 960;
  canvas.height = 720;
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(12), {
    mimeType: 'video/webm;codecs=vp8',
    videoBitsPerSecond: 6_000_000,
  });
  const parts = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  recorder.start();
  for (const bitmap of bitmaps) {
    const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height) * 1.02;
    const endsAt = performance.now() + secondsEach * 1000;
    for (let step = 0; performance.now() < endsAt; step++) {
      const [width, height] = [bitmap.width * scale, bitmap.height * scale];
      const sway = Math.sin(step / 9) * 4;
      context.drawImage(
        bitmap,
        (canvas.width - width) / 2 + sway,
        (canvas.height - height) / 2 + sway / 2,
        width,
        height,
      );
      await new Promise(requestAnimationFrame);
    }
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
