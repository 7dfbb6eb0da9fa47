// Small comforts for every page: sortable tables, shortcut keys, print and copy, one country of a map alone.

import { actions } from "./actions";
import { flows } from "./flows";
import { keys } from "./keys";
import { mounted } from "./mount";
import { suggest } from "./suggest";
import { tables } from "./tables";

tables(document);
keys();
actions();
suggest();
flows();

// A place on the map was an address of the front page once.
if (location.hash.startsWith("#map=") && document.querySelector(".doors")) {
  location.replace(`${mounted("/explore")}${location.search}${location.hash}`);
}
