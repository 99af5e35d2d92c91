"""What editors' programs, servers and assistants ask of one story that they hold, and that lies on no disk."""
