package manual

import "strings"

// scripts ask PROGRAM complete at each press of the key, with the words up to the
// caret; a line of its answer is a word, a tab, and what it is. Where it answers
// nothing, the shell offers files.
var scripts = map[string]string{
	"bash": `_PROGRAM_words() {
    local line cur="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("${line%%$'\t'*}")
    done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _PROGRAM_words PROGRAM
`,
	"zsh": `#compdef PROGRAM
_PROGRAM_words() {
    local line
    local -a found
    while IFS= read -r line; do
        found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#found} )); then
        _describe PROGRAM found
    else
        _files
    fi
}
if [ "$funcstack[1]" = "_PROGRAM" ]; then
    _PROGRAM_words "$@"
else
    compdef _PROGRAM_words PROGRAM
fi
`,
	"fish": `function __PROGRAM_words
    set -l words (commandline -opc)
    set -l found ($words[1] complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c PROGRAM -f -a '(__PROGRAM_words)'
`,
}

// Shells returns the shells that Script knows.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Script returns what makes a shell complete the words of the program; "" for a
// shell that Shells doesn't name.
func Script(shell, program string) string {
	return strings.ReplaceAll(scripts[shell], "PROGRAM", program)
}
