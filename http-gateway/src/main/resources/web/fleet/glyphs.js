// Puts the pictures of the states into the legend.
import { glyph } from '/web/fleet/states.js';

for (const place of document.querySelectorAll('[data-glyph]')) place.prepend(glyph(place.dataset.glyph));
