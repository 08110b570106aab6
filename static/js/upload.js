// Reads a chosen file into a text area on this device, so that it can be looked at before it is sent.
export function attach(field) {
  const area = document.getElementById(field.dataset.uploadInto);
  const file = field.querySelector('input[type="file"]');
  field.hidden = false;
  field.dataset.own = 'hidden';
  file.addEventListener('change', async () => {
    if (file.files[0]) area.value = await file.files[0].text();
  });
}
