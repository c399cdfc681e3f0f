// Makes a picture small before it is sent: the server takes no large files, and the big screen shows none.

const WIDTH = 1380;
const HEIGHT = 520;
const KINDS = ['image/png', 'image/jpeg'];
const SMALL_ENOUGH = 150 * 1024; // bytes

const input = document.querySelector('[data-logo]');

input.addEventListener('change', async () => {
  const file = input.files[0];
  if (!file || !KINDS.includes(file.type) || file.size <= SMALL_ENOUGH) {
    return; // the server says what is wrong with it, if anything
  }
  for (let scale = 1; scale > 0.2; scale *= 0.7) {
    const small = await shrunk(file, scale);
    if (small && small.size <= SMALL_ENOUGH) {
      const chosen = new DataTransfer();
      chosen.items.add(new File([small], file.name, { type: small.type }));
      input.files = chosen.files;
      return;
    }
  }
});

async function shrunk(file, scale) {
  try {
    const picture = await createImageBitmap(file);
    const factor = Math.min(1, WIDTH / picture.width, HEIGHT / picture.height) * scale;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * factor));
    canvas.height = Math.max(1, Math.round(picture.height * factor));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, file.type, 0.9));
  } catch {
    return null;
  }
}
