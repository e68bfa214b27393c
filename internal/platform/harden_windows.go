package platform

import "golang.org/x/sys/windows"

// What others may do with this process: ask how it is, wait for it, end it. Not read
// its memory (https://learn.microsoft.com/windows/win32/procthread/process-security-and-access-rights).
const processRights = "0x101001"

// Harden keeps other programs of the person out of this one's memory, as far as the
// system goes: an administrator can still read it. The system writes no dump of a
// program of Go unless it is set to. It gives the kinds of Fault; the program can go
// on.
func Harden() error {
	who, err := user()
	if err != nil {
		return Fault("find user", err)
	}
	// The second entry takes from the owner what owners may do otherwise: change these.
	rights, err := access("D:P(A;;" + processRights + ";;;" + who + ")(A;;" + processRights + ";;;OW)")
	if err != nil {
		return Fault("name rights", err)
	}
	return Fault("close memory to others", windows.SetSecurityInfo(windows.CurrentProcess(), windows.SE_KERNEL_OBJECT,
		windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, rights, nil))
}

// user returns the identifier of the account that runs this process.
func user() (string, error) {
	who, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return "", err
	}
	return who.User.Sid.String(), nil
}

// access returns the list of rights that a security descriptor's text names.
func access(sddl string) (*windows.ACL, error) {
	descriptor, err := windows.SecurityDescriptorFromString(sddl)
	if err != nil {
		return nil, err
	}
	rights, _, err := descriptor.DACL()
	return rights, err
}
