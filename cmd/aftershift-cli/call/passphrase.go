package call

import "aftershift/internal/charset"

// Passphrase gives the first line of the passphrase file, or asks.
func (c *Call) Passphrase() (string, error) {
	if named := c.Common.PassphraseFile; named != "" {
		return c.SecretIn(named, "passphrase-file")
	}
	if named := c.Getenv(passphraseVariable); named != "" {
		return c.SecretIn(File(named), "passphrase-file")
	}
	return c.Asked("cli.ask.passphrase")
}

// passphraseVariable is the environment variable that names the passphrase file.
const passphraseVariable = "AFTERSHIFT_PASSPHRASE_FILE"

// NewPassphrase is Passphrase, asked twice.
func (c *Call) NewPassphrase() (string, error) {
	chosen, err := c.Passphrase()
	if err != nil || c.Common.PassphraseFile != "" || c.Getenv(passphraseVariable) != "" {
		return chosen, err
	}
	again, err := c.Asked("cli.ask.again")
	if err == nil && again != chosen {
		err = c.Refused(ExitUsage, "cli.hint.differ", "cli.usage.differ")
	}
	return chosen, err
}

// Asked returns the answer to a question, the key of its words, that is typed on the
// terminal without echo.
func (c *Call) Asked(question string) (string, error) {
	answer, err := c.Ask(c.Complain, c.Words.T(question))
	if err != nil {
		return "", c.Refused(ExitUsage, "cli.hint.terminal", "cli.usage.terminal")
	}
	if err := charset.Check(answer); err != nil {
		return "", c.Unread(err, "cli.input.typed")
	}
	return answer, nil
}
