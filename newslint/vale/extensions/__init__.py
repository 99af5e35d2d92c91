"""What a rule of Vale `extends`, a file each: what its keys mean, and what it says of a block of text."""
