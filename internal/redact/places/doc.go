// Package places finds where somebody lives, works or goes: addresses, roads,
// parcels of land, towns, institutions, and what belongs to a place beside it. It
// asks for the guesses of the page's words and changes some of them.
package places
