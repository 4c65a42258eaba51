// Buttons: a filled one for what is done most, a quiet one for the rest.
import { make } from "../base/script.js";

export const copyButton = (text) => make("button", { type: "button", className: "gb-copy" }, text);

export const quietButton = (text, aria = {}) => make("button", { type: "button", className: "gb-quiet-button", aria }, text);
