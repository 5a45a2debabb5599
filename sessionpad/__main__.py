from sessionpad.cli import main

main()
