// Suggests the browser's time zone where the member has chosen none: it is selected, and saved only by the member.

const select = document.querySelector('select[data-suggest]');
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (select && [...select.options].some(({ value }) => value === timeZone)) {
  select.value = timeZone;
  document.getElementById('time-zone-suggested')?.removeAttribute('hidden');
}
