/** Gives what a form has in a field, or an empty text. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Handles a form that is sent: gives its fields, and keeps the page. */
export function onSent(take: (form: FormData) => void): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) take(new FormData(event.currentTarget));
  };
}
