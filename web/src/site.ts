// Small comforts for every page: sortable tables, shortcut keys, print and copy.

import { actions } from "./actions";
import { keys } from "./keys";
import { suggest } from "./suggest";
import { tables } from "./tables";

tables(document);
document.addEventListener("comity:twin", () => tables(document));
keys();
actions();
suggest();
