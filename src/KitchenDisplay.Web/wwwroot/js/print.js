/** Opens the browser's print dialogue once the answer to the click has gone: the dialogue stops every script until it is closed, and a page that does not answer would seem to be lost. */
export const printPage = () => setTimeout(() => window.print());
