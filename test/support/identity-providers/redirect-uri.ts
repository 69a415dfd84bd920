/** Where every provider of the tests sends people back to. */
export const REDIRECT_URI = "http://127.0.0.1:4000/auth/callback";
