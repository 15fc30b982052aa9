/** The mark as the browser's tab shows it, in its own colours. */
export const SITE_MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">' +
  '<path d="M7 32c0-5.6 4.6-7.4 11-8.6 6.6-1.2 10.5-2.9 10.5-7S24.2 10.7 16 10.2" fill="none" stroke="#002f6c" stroke-width="4" stroke-linecap="round"/>' +
  '<circle cx="10" cy="7.2" r="4.6" fill="#e86717"/></svg>';
