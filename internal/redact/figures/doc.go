// Package figures finds what is told in figures, or in words that stand for them:
// dates, ages, telephone numbers, codes, and addresses of the net. What is sure is
// taken from the page, so that nobody reads it as words.
package figures
