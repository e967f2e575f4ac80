// Suggests the browser's time zone if the member has chosen none and it is not the credit union's. It
// selects the zone, but only the member saves it.

const select = document.querySelector('select[data-suggest]');
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (
  select &&
  timeZone !== select.dataset.ours &&
  [...select.options].some(({ value }) => value === timeZone)
) {
  select.value = timeZone;
  document.getElementById('time-zone-suggested')?.removeAttribute('hidden');
}
