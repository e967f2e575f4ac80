/** Formats are kept by locale and options. Making one takes far longer than using it. */
function kept<Options extends object, Format>(
  make: (locale: string, options: Options) => Format,
): (locale: string, options: Options) => Format {
  const formats = new Map<string, Format>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const found = formats.get(key);
    if (found) return found;
    const made = make(locale, options);
    formats.set(key, made);
    return made;
  };
}

/** Gives the format of figures for a locale. */
export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** Gives the format of days and times for a locale. */
export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
